import type { MetaFunction } from "@remix-run/node";

/** The title that a page's loader gives as `title`. */
export const titleOfPage: MetaFunction<() => { title: string }> = ({ data }) => [{ title: data?.title }];
