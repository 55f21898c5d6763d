import type { ModelSource } from "@gandan/model/model/model-schema";
import type { DescribedModel } from "@gandan/model/model-editing/describe-model";

/** What the forms of a draft need of it. */
export interface DraftView {
  source: ModelSource;
  described: DescribedModel;
  above: { source: ModelSource; ownerName: string } | null;
  checksum: string;
  /** Address of the draft's editor. */
  href: string;
}
