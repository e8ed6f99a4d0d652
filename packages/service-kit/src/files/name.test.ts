import { attachmentNamed, cleanName } from './name';

it.each([
  ['读书笔记.pdf', '读书笔记.pdf'],
  ['Notes.PDF', 'Notes.pdf'],
  ['notes', 'notes.pdf'],
  ['program.exe', 'program.exe.pdf'],
  ['notes.pdf.exe', 'notes.pdf.exe.pdf'],
  // A mark that turns what follows: "exe.fdp" would be read as "pdf.exe".
  ['notes\u202efdp.exe', 'notesfdp.exe.pdf'],
  ['no\u200btes\u0000\r\nSet-Cookie: a=b.pdf', 'notesSet-Cookie_ a=b.pdf'],
  ['two\u3164\ufe0f\u{e0100}.pdf', 'two.pdf'],
  ['../../etc/passwd', '_.._etc_passwd.pdf'],
  ['C:\\Users\\a\\b.pdf', 'C__Users_a_b.pdf'],
  ['.hidden.pdf', 'hidden.pdf'],
  ['  two \u3000  spaces . .pdf', 'two spaces.pdf'],
  ['e\u0301te\u0301.pdf', 'été.pdf'],
  ['half \ud83d.pdf', 'half.pdf'],
  ['.pdf', 'attachment.pdf'],
  ['\u202e\u200b', 'attachment.pdf'],
])('%j is saved as %j', (name, saved) => {
  expect(cleanName(name, 'pdf')).toBe(saved);
  // What was cleaned stays as it is.
  expect(cleanName(saved, 'pdf')).toBe(saved);
});

it('no name is longer than a file system takes', () => {
  expect(Buffer.byteLength(cleanName('𠮷'.repeat(255), 'pdf'))).toBeLessThanOrEqual(255);
  expect(cleanName('长'.repeat(255), 'pdf')).toBe(`${'长'.repeat(60)}.pdf`);
});

it.each([
  ['notes.pdf', 'attachment; filename="notes.pdf"'],
  ['笔记 (1).pdf', `attachment; filename="__ (1).pdf"; filename*=UTF-8''%E7%AC%94%E8%AE%B0%20%281%29.pdf`],
  ["it's 100%.pdf", `attachment; filename="it's 100_.pdf"; filename*=UTF-8''it%27s%20100%25.pdf`],
  ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`],
])('%j is said in a header that means it', (name, header) => {
  expect(attachmentNamed(name)).toBe(header);
});
