const ADDRESS = /^https?:\/\/[^\s?#]+\/look-up\?(?:[^\s#]*&)?code=([^&\s#]+)/i;

/**
 * The code of a dossier as someone gives it: typed, or the address that the square code of its slip holds, as readers at
 * a desk type it out. Anything else is given back as it is, without the blanks around it.
 */
export function dossierCodeOf(given: string): string {
  const text = given.trim();
  const code = ADDRESS.exec(text)?.[1];
  if (code === undefined) return text;
  try {
    return decodeURIComponent(code.replaceAll("+", " ")).trim();
  } catch {
    return text;
  }
}
