import { Card } from '../../ui/card';

/** What stood in the way of an act; nothing where nothing did. */
export function Problem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <Card tone="attention" live>
      <p>{problem}</p>
    </Card>
  );
}
