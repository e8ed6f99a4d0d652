/** A PDF of one page that says something in Latin letters, as large as it is wanted: what is too much is a comment inside it. */
export function writtenPdf(said: string, bytes = 0): Buffer {
  const text = `BT /F1 24 Tf 40 120 Td (${said}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = (tableAt: number) =>
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`;
  const least = body.length + end(bytes).length;
  const filler = bytes > least + 2 ? `%${' '.repeat(bytes - least - 2)}\n` : '';
  return Buffer.from(body + filler + end(body.length + filler.length), 'latin1');
}
