/** Addresses of the system that the browser tests start for themselves; away from those of `npm start`. */
export const communePort = 4100;
export const oversightPort = 4200;
export const communeUrl = `http://localhost:${communePort}`;
export const oversightUrl = `http://localhost:${oversightPort}`;
