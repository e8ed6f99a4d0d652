/** Pixels of a part of a picture: RGBA, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** How far a point is from the edge of a shape (px); inside it less than nothing. */
type Distance = (x: number, y: number) => number;

interface Size {
  width: number;
  height: number;
}

/**
 * A shape with smooth edges, worked out here: a process that draws cards then reads no picture of any kind, and one that reads pictures of
 * strangers has readers of drawings switched off (packages/service-kit/src/files), for all that it does.
 * @param colour as `#rrggbb`.
 */
export function filled({ width, height }: Size, colour: string, distance: Distance): Pixels {
  const data = Buffer.alloc(width * height * 4);
  const paint = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      // A pixel that the edge goes through is covered in part.
      const covered = Math.min(1, Math.max(0, 0.5 - distance(x + 0.5, y + 0.5)));
      data.set([...paint, Math.round(255 * covered)], 4 * (y * width + x));
    }
  return { data, width, height };
}

export function roundedBox({ width, height }: Size, radius: number): Distance {
  return (x, y) => {
    const [across, down] = [
      Math.abs(x - width / 2) - width / 2 + radius,
      Math.abs(y - height / 2) - height / 2 + radius,
    ];
    return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - radius;
  };
}

/** A line with round ends and joints, through those points. */
export function line(points: readonly (readonly [x: number, y: number])[], thickness: number): Distance {
  return (x, y) => {
    let nearest = Infinity;
    for (const [index, [toX, toY]] of points.entries()) {
      const [fromX, fromY] = points[index - 1] ?? [toX, toY];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
    }
    return nearest - thickness / 2;
  };
}
