const ENTRY = 'daka:entry';

/** The oldest browsers that the app is for. */
const BROWSERS = ['chrome107', 'safari15.4'];

/**
 * One script of what `code`, an ES module, needs: bundled and minified as the app is, from the built packages.
 * vite is an ES module, hence the import at run time.
 */
export async function bundle(code: string, root: string): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === ENTRY ? id : null), load: (id) => (id === ENTRY ? code : null) },
    ],
    build: {
      write: false,
      minify: true,
      target: BROWSERS,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const [script, ...more] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (script?.type !== 'chunk' || more.length > 0) throw new Error('a bundle is one script');
  return script.code;
}
