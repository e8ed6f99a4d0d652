import { createIsGuessable } from './is-guessable';

const isGuessable = createIsGuessable();
const mei = ['mei.lin', 'example.org', '林一诺'];

it.each([
  'password1234',
  'P@ssw0rd2026',
  '1234567890',
  'qwertyuiop',
  'iloveyou12345',
  'aaaaaaaaaaaa',
  '2026-03-02',
  'woaini1314520',
  '5201314520',
  'dakadakadaka',
  '打卡打卡打卡打卡打卡',
  'mei.lin2026',
  'example.org',
  '林一诺林一诺林一诺林一诺',
])('"%s" is what a guesser tries early', async (password) => {
  expect(await isGuessable(password, mei)).toBe(true);
});
it.each(['correct horse battery', 'T7#kq9!vLz', '小船穿过三月的雾 灯还亮着', 'café au lait ', 'x1!Qz'.repeat(40)])(
  '"%s" is not',
  async (password) => {
    expect(await isGuessable(password, mei)).toBe(false);
  },
);
