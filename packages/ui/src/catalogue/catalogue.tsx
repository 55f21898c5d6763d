import { PageShell } from "../page-shell";
import { CatalogueCharts } from "./catalogue-charts";
import { CatalogueData } from "./catalogue-data";
import { CatalogueModel } from "./catalogue-model";
import { CatalogueParts } from "./catalogue-parts";
import { deskShell } from "./catalogue-shell";

/** Every component with real wording, on one page: what the tests read and designers look at. */
export function Catalogue({ layout = "rail" }: { layout?: "rail" | "menu" }) {
  return (
    <PageShell {...deskShell} layout={layout}>
      <CatalogueParts />
      <CatalogueData />
      <CatalogueCharts />
      <CatalogueModel />
    </PageShell>
  );
}
