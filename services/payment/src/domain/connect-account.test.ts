import { isConnectedTo } from './connect-account';

const report = { accountId: 'acct_1', organisationId: 'ours', mayBePaid: true };

it('is an account that the processor made for this organisation and that may be paid', () => {
  expect(isConnectedTo('ours', report)).toBe(true);
});
it.each([
  ['of another organisation', 'theirs', report],
  ['that says nothing of an organisation', 'ours', { ...report, organisationId: null }],
  ['that nobody is bound to', null, { ...report, organisationId: null }],
  ['whose owner the processor has not met', 'ours', { ...report, mayBePaid: false }],
])('is not one %s', (_, organisationId, said) => {
  expect(isConnectedTo(organisationId, said)).toBe(false);
});
