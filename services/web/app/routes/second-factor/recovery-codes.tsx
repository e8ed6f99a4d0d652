import { useCopy } from '../../features/pass-on/use-copy';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long } from '../../ui/words';

/** Shown once, to be kept where the authenticator is not. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const text = useText();
  const { state, copy } = useCopy(codes.join('\n'));
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text('factor.fileTitle')}\n\n${codes.join('\n')}\n`)}`;
  return (
    <>
      <Card tone="good" live>
        <p>{text('factor.isOnNow')}</p>
      </Card>
      <Card title={text('factor.codesTitle')}>
        <p>{text('factor.codesWhat')}</p>
        <ul aria-label={text('factor.codesTitle')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button small quiet onPress={() => void copy()}>
          {text(`factor.copying.${state}`)}
        </Button>
        <a href={href} download="daka-recovery-codes.txt">
          {text('factor.download')}
        </a>
        <Long>{text('factor.codesOnce')}</Long>
        <Button onPress={onKept}>{text('factor.codesKept')}</Button>
      </Card>
    </>
  );
}
