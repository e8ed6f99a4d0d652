import { createFacts } from './facts';

it('looks once for what is there, again for what is not yet, and not less for what failed', async () => {
  const documents = new Map([['a', { owner: 'ada', text: 'long' }]]);
  const looks: string[] = [];
  const ownerOf = createFacts(
    async (id: string) => {
      looks.push(id);
      if (id === 'down') throw new Error('down');
      return documents.get(id) ?? null;
    },
    ({ owner }) => owner,
  );
  expect([await ownerOf('a'), await ownerOf('a'), await ownerOf('b')]).toEqual(['ada', 'ada', null]);
  documents.set('b', { owner: 'bo', text: '' });
  expect([await ownerOf('b'), await ownerOf('b')]).toEqual(['bo', 'bo']);
  await expect(ownerOf('down')).rejects.toThrow('down');
  await expect(ownerOf('down')).rejects.toThrow('down');
  expect(looks).toEqual(['a', 'b', 'b', 'down', 'down']);
});
