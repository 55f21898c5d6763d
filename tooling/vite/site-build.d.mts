/** Vite plugins of a site; see site-build.mjs. */
export declare function siteBuild(): { name: string }[];
