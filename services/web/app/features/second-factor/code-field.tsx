import { useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';

interface CodeFieldProps {
  code: string;
  onCode(code: string): void;
  /** Nobody may have lost the authenticator here: only its own codes are taken. */
  isFirst?: boolean;
  /** There is no authenticator: recovery codes only. */
  recoveryOnly?: boolean;
  autoFocus?: boolean;
}

/** The code of an authenticator, or a recovery code for who has lost it: one field, with the keys that each of them takes. */
export function CodeField({ code, onCode, isFirst = false, recoveryOnly = false, autoFocus = false }: CodeFieldProps) {
  const text = useText();
  const [isLost, setLost] = useState(false);
  const isRecovery = isLost || recoveryOnly;
  const change = (): void => {
    setLost(!isLost);
    onCode('');
  };
  return (
    <>
      <Field
        label={text(isRecovery ? 'factor.recoveryCode' : 'factor.code')}
        note={text(isRecovery ? 'factor.recoveryCodeNote' : 'factor.codeNote')}
        name="code"
        autoComplete="one-time-code"
        value={code}
        onChange={onCode}
        autoFocus={autoFocus}
        {...(isRecovery ? {} : { inputMode: 'numeric' as const })}
      />
      {!isFirst && !recoveryOnly && (
        <Button quiet small onPress={change}>
          {text(isRecovery ? 'factor.useCode' : 'factor.useRecoveryCode')}
        </Button>
      )}
    </>
  );
}
