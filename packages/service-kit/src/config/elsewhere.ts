/** Whether `host:port` (or a bare host) is reached over a network; an address of this machine is not. */
export function isElsewhere(hostAndPort: string): boolean {
  const host = hostAndPort
    .replace(/:\d+$/, '')
    .replaceAll(/^\[|\]$/g, '')
    .toLowerCase();
  return !(host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host));
}

/** The hosts of a MongoDB URL, each with its port where it has one. */
export function mongoHosts(url: string): string[] {
  const [, authority = ''] = /^mongodb(?:\+srv)?:\/\/([^/?]*)/.exec(url) ?? [];
  return authority.slice(authority.lastIndexOf('@') + 1).split(',');
}

/** Whether a MongoDB URL asks for TLS. */
export function asksForTls(url: string): boolean {
  const at = url.indexOf('?');
  const options = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  // Names of options are the same in any case for the driver.
  const wanted = [...options].some(([name, value]) => /^(tls|ssl)$/i.test(name) && value === 'true');
  const unwanted = [...options].some(([name, value]) => /^(tls|ssl)$/i.test(name) && value === 'false');
  const unchecked = [...options].some(
    ([name, value]) => /^tls(Insecure|AllowInvalidCertificates|AllowInvalidHostnames)$/i.test(name) && value === 'true',
  );
  return (wanted || (url.startsWith('mongodb+srv:') && !unwanted)) && !unchecked;
}
