import { recordedType, unableOf } from './can-record';

const knows = (...types: string[]) => ({ isTypeSupported: (type: string) => types.includes(type) });

it.each([
  ['Chrome', knows('audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'), true, 'audio/webm;codecs=opus'],
  ['Safari', knows('audio/mp4'), true, 'audio/mp4'],
  ['Firefox', knows('audio/ogg;codecs=opus', 'audio/webm;codecs=opus'), true, 'audio/webm;codecs=opus'],
  ['what records something else', knows('audio/wav'), true, null],
  ['what has no recorder', undefined, true, null],
  ['a page that is given no microphones', knows('audio/mp4'), false, null],
])('%s records %s', (_name, recorder, hasMicrophones, type) => {
  expect(recordedType(recorder, hasMicrophones)).toBe(type);
});

it.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'no_microphone'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'no_recorder'],
])('%s means %s', (name, why) => {
  expect(unableOf(Object.assign(new Error('no'), { name }))).toBe(why);
});
