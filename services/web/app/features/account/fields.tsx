import { useText } from '../../texts/use-text';
import { Field } from '../../ui/field';

/** Of membership, see packages/contracts. */
export const MOST_NAME_CHARACTERS = 80;

interface CredentialsProps {
  email: string;
  password: string;
  onEmail(email: string): void;
  onPassword(password: string): void;
  /** The password is being chosen, not remembered. */
  isNew?: boolean;
}

/** Email and password, named so that password keepers know them. */
export function Credentials({ email, password, onEmail, onPassword, isNew = false }: CredentialsProps) {
  const text = useText();
  return (
    <>
      <Field
        label={text('account.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        isRequired
      />
      <Field
        label={text('account.password')}
        type="password"
        name="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={password}
        onChange={onPassword}
        isRequired
        {...(isNew ? { note: text('account.passwordNote') } : {})}
      />
    </>
  );
}

/** The name that classmates see. */
export function NameField({ name, onName }: { name: string; onName(name: string): void }) {
  const text = useText();
  return (
    <Field
      label={text('account.name')}
      note={text('account.nameNote')}
      name="name"
      autoComplete="nickname"
      value={name}
      onChange={onName}
      mostCharacters={MOST_NAME_CHARACTERS}
      isRequired
    />
  );
}

/** The password that one has, asked once more before something that only its owner may do. */
export function CurrentPassword({ password, onPassword }: { password: string; onPassword(password: string): void }) {
  const text = useText();
  return (
    <Field
      label={text('newPassword.current')}
      type="password"
      name="current-password"
      autoComplete="current-password"
      value={password}
      onChange={onPassword}
    />
  );
}
