/** A package as npm's lock file holds it. */
export interface LockedPackage {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  dependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
  peerDependencies?: Readonly<Record<string, string>>;
}

/** By its place: "node_modules/a/node_modules/b". */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const FOLDER = 'node_modules/';

/** What a place is called: "@scope/name". */
export function nameAt(place: string): string {
  return place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);
}

/** Places of all that is installed where the services run, and of what the browser app has of `imported` and of all that these need. */
export function shippedPlaces(packages: LockedPackages, app: string, imported: readonly string[]): string[] {
  const installed = Object.entries(packages).flatMap(([place, { dev, link }]) =>
    place.includes(FOLDER) && !dev && !link ? [place] : [],
  );
  const shipped = new Set(installed);
  const waiting = imported.map((name) => placeOf(packages, app, name));
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (shipped.has(place) || packages[place]?.link) continue;
    shipped.add(place);
    const from = place;
    const { dependencies = {}, peerDependencies = {} } = packages[place] ?? {};
    waiting.push(...Object.keys(dependencies).map((name) => placeOf(packages, from, name)));
    // Peers that somebody else has installed; those that are only possible are not there.
    waiting.push(...Object.keys(peerDependencies).flatMap((name) => findPlace(packages, from, name) ?? []));
  }
  return [...shipped].sort();
}

function placeOf(packages: LockedPackages, from: string, name: string): string {
  const place = findPlace(packages, from, name);
  if (place === undefined) throw new Error(`${name}, which ${from} needs, is not in the lock file`);
  return place;
}

/** As Node looks for it: in its own folder, then in each around it. */
function findPlace(packages: LockedPackages, from: string, name: string): string | undefined {
  for (let folder = from; folder !== ''; folder = folderAround(folder)) {
    const place = `${folder}/${FOLDER}${name}`;
    if (place in packages) return place;
  }
  const place = `${FOLDER}${name}`;
  return place in packages ? place : undefined;
}

function folderAround(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf(`/${FOLDER}`)));
}
