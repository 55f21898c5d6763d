/** Where the site is reached from outside, as its Host header says: with TLS, but on the machine itself. */
export const originOf = (host: string) =>
  `${/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? "http" : "https"}://${host}`;
