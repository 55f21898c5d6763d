/** Fields of a form as text, lines ended alike. */
export function fieldsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value).replace(/\r\n/g, "\n")]));
}

/** The fields that are wrong, of those that have a text of their own. */
export function wrongFields<Name extends string>(
  error: { issues: readonly { path: readonly PropertyKey[] }[] },
  names: readonly Name[],
): Name[] {
  const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
  return names.filter((name) => wrong.has(name));
}
