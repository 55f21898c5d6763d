import type { ChangedPart, ModelChange } from "@gandan/model/model-editing/model-change";

/** What every form of the editor carries: of which state of the text, and which change it is of what, unless a button says so. */
export function DraftFields(props: {
  checksum: string;
  change?: ModelChange["change"] | "yaml";
  id?: string;
  of?: ChangedPart;
}) {
  const { checksum, change, id, of } = props;
  return (
    <>
      <input type="hidden" name="checksum" value={checksum} />
      {change ? <input type="hidden" name="change" value={change} /> : null}
      {id ? <input type="hidden" name="id" value={id} /> : null}
      {of ? <input type="hidden" name="of" value={of} /> : null}
    </>
  );
}
