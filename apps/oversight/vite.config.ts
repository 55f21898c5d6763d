import { siteConfig } from "@gandan/site-build/site-config";

export default siteConfig();
