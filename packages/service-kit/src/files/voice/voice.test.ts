import { mp4Length } from './mp4';
import { voiceLength } from './voice';

/** A browser's WebM: header, a segment of unknown size with one track, clusters of unknown size with a block each. */
function webm({ trackType = 2, seconds = 4, after = Buffer.alloc(0) } = {}): Buffer {
  const element = (id: number[], data: Buffer) => Buffer.concat([Buffer.from(id), sized(data.length), data]);
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const cluster = (second: number) => {
    const at = Buffer.alloc(4);
    at.writeUInt32BE(second * 1_000);
    return Buffer.concat([
      Buffer.from([0x1f, 0x43, 0xb6, 0x75]),
      unknown,
      element([0xe7], at),
      element([0xa3], Buffer.from([0x81, 0x01, 0xf4, 0x80, 1, 2, 3])), // half a second later
    ]);
  };
  const track = element([0xae], element([0x83], Buffer.from([trackType])));
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm'))),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    unknown,
    element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], Buffer.from([0x0f, 0x42, 0x40]))),
    element([0x16, 0x54, 0xae, 0x6b], track),
    ...Array.from({ length: seconds }, (_, second) => cluster(second)),
    after,
  ]);
}

const sized = (bytes: number) => Buffer.from([0x40 | (bytes >> 8), bytes & 0xff]);

function ogg({ places = [0, 48_312, 144_312], serials = [7, 7, 7], after = Buffer.alloc(0) } = {}): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.writeUInt16LE(312, 10);
  const pages = places.map((place, index) => {
    const data = index === 0 ? head : Buffer.alloc(20, index);
    const page = Buffer.alloc(28);
    page.write('OggS');
    page.writeBigInt64LE(BigInt(place), 6);
    page.writeUInt32LE(serials[index] ?? 0, 14);
    page[26] = 1;
    page[27] = data.length;
    return Buffer.concat([page, data]);
  });
  return Buffer.concat([...pages, after]);
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

function mp4({ handler = 'soun', ticks = 90_000, pieces = 0, after = Buffer.alloc(0) } = {}): Buffer {
  const mdhd = Buffer.alloc(24);
  mdhd.writeUInt32BE(30_000, 12);
  mdhd.writeUInt32BE(ticks, 16);
  const hdlr = Buffer.alloc(24);
  hdlr.write(handler, 8, 'latin1');
  const tfhd = Buffer.from([0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0x75, 0x30]); // a second each
  const trun = Buffer.from([0, 0, 0, 0, 0, 0, 0, 2]);
  const piece = box('moof', box('traf', box('tfhd', tfhd), box('trun', trun)));
  const notes = box('udta', Buffer.from('+31.2304+121.4737/'));
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('moov', box('trak', box('mdia', box('mdhd', mdhd), box('hdlr', hdlr))), notes),
    ...Array.from({ length: pieces }, () => piece),
    after,
  ]);
}

/** 128 kbit/s at 44.1 kHz: 417 bytes and 26 ms a frame. */
const mp3 = (frames: number, after = Buffer.alloc(0)) =>
  Buffer.concat([
    ...Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])),
    after,
  ]);

it.each([
  ['audio/webm', webm(), 3.5],
  ['audio/ogg', ogg(), 3],
  ['audio/mp4', mp4(), 3],
  ['audio/mp4', mp4({ ticks: 0, pieces: 3 }), 6],
  ['audio/mpeg', mp3(100), 2.612],
] as const)('hears how long %s lasts', (mediaType, file, seconds) => {
  expect(voiceLength(mediaType, file)).toEqual({ mediaType, seconds: expect.closeTo(seconds, 2) });
});

const zip = Buffer.from('PK\u0003\u0004<script>alert(1)</script>');
it.each([
  ['a picture', 'image/jpeg', Buffer.alloc(50)],
  ['WebM with a film', 'audio/webm', webm({ trackType: 1 })],
  ['WebM without sound', 'audio/webm', webm().subarray(0, 20)],
  ['WebM with something behind it', 'audio/webm', webm({ after: zip })],
  ['Ogg with something behind it', 'audio/ogg', ogg({ after: zip })],
  ['Ogg of two streams', 'audio/ogg', ogg({ serials: [7, 8, 7] })],
  ['MP4 with a film', 'audio/mp4', mp4({ handler: 'vide' })],
  ['MP4 with something behind it', 'audio/mp4', mp4({ after: zip })],
  ['MP3 with something behind it', 'audio/mpeg', mp3(3, zip)],
  ['nothing', 'audio/mpeg', Buffer.alloc(0)],
] as const)('is no voice note: %s', (_name, mediaType, file) => {
  expect(voiceLength(mediaType, file)).toBeNull();
});

it.each([
  ['in a block', 1, 3.5],
  ['in the head of a block', 8, 2.5],
  ['in the time of a cluster', 12, 2.5],
  ['in the head of a cluster', 19, 2.5],
])('takes a recording whose recorder died %s', (_where, missing, seconds) => {
  const whole = webm();
  expect(voiceLength('audio/webm', whole.subarray(0, whole.length - missing))).toEqual({
    mediaType: 'audio/webm',
    seconds,
  });
});

it('takes none that ends before there is a sound', () => {
  expect(voiceLength('audio/webm', webm({ seconds: 0 }).subarray(0, -1))).toBeNull();
});

it('blanks what is noted in a recording', () => {
  const file = mp4();
  expect(file.includes('+31.2304')).toBe(true);
  expect(mp4Length(file)?.seconds).toBe(3);
  expect(file.includes('+31.2304')).toBe(false);
});

it('ends on what is nested without end, or is not long enough', () => {
  const deep = Array.from({ length: 50 }).reduce((inner: Buffer) => box('moov', inner), Buffer.alloc(0));
  expect(voiceLength('audio/mp4', Buffer.concat([box('ftyp'), deep]))).toBeNull();
  for (const [mediaType, file] of [
    ['audio/webm', webm()],
    ['audio/ogg', ogg()],
    ['audio/mp4', mp4({ pieces: 2 })],
    ['audio/mpeg', mp3(3)],
  ] as const)
    for (let bytes = 0; bytes < file.length; bytes += 1)
      expect(() => voiceLength(mediaType, Buffer.from(file.subarray(0, bytes)))).not.toThrow();
});
