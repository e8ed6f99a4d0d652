import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { type LockedPackages, nameAt } from './shipped-packages';

const SPEC = Spec.Spec1dot6;
/** An expression is one as soon as it joins licences; which they may be is said elsewhere. */
const licences = new Contrib.License.Factories.LicenseFactory((text) => {
  if (!/ (OR|AND|WITH) /.test(text)) throw new Error(`${text} joins no licences`);
});

/** The bill of materials (CycloneDX 1.6, JSON) of these packages; the same packages give the same text. */
export function makeSbom(packages: LockedPackages, places: readonly string[], version: string): string {
  const bom = new Models.Bom();
  const whole = new Models.Component(Enums.ComponentType.Application, 'daka', { version });
  whole.bomRef.value = 'daka';
  bom.metadata.component = whole;
  for (const place of places) bom.components.add(componentAt(packages, place));
  return new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(SPEC)).serialize(bom, {
    sortLists: true,
    space: 2,
  });
}

function componentAt(packages: LockedPackages, place: string): Models.Component {
  const { version = '', license, integrity, optional = false } = packages[place] ?? {};
  const name = nameAt(place);
  const component = new Models.Component(Enums.ComponentType.Library, name, {
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required,
  });
  component.bomRef.value = place;
  if (license !== undefined) component.licenses.add(licences.makeFromString(license));
  const [algorithm, digest = ''] = integrity?.split('-') ?? [];
  if (algorithm === 'sha512')
    component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(digest, 'base64').toString('hex'));
  return component;
}

/** What is wrong with a bill of materials, by the schema of its makers. */
export async function schemaFaults(sbom: string): Promise<string[]> {
  const found = await new Validation.JsonStrictValidator(SPEC.version).validate(sbom);
  return found === null ? [] : [JSON.stringify(found)];
}
