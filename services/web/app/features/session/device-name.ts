/** The first that a User-Agent contains is what it is: most name their ancestors too. */
const PROGRAMS = [
  ['wxwork/', 'WeCom'],
  ['MicroMessenger/', 'WeChat'],
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** By what people know the device that a User-Agent stands for, such as "Chrome · Windows"; null: by nothing. Nothing is decided by it. */
export function deviceName(agent: string | null): string | null {
  if (agent === null) return null;
  const names = [PROGRAMS, SYSTEMS].flatMap((known) => {
    const found = known.find(([part]) => agent.includes(part));
    return found === undefined ? [] : [found[1]];
  });
  return names.length === 0 ? null : names.join(' · ');
}
