/** The same page with one parameter set: how the language and the text size are switched without a script. */
export function withParam(path: string, name: string, value: string): string {
  const [address = '/', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set(name, value);
  return `${inside(address)}?${params}`;
}

/** Only a path of this house: never another host, whatever stood in the request. */
export const inside = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');
