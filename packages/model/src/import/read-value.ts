import type { Channel, SignerRole } from "../dossier/dossier-event";
import { DOSSIER_STATES, type DossierState } from "../dossier/dossier-facts";
import { foldText } from "./fold-text";
import { ownText } from "./own-text";

/** What a cell of a file holds: CSV gives texts only; a Date of a workbook is the wall clock written as UTC. */
export type Cell = string | number | Date | null;

/** The cell as one line of text, "" when empty. */
export function readText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace("T", " ");
  return String(cell).trim();
}

const CHANNEL_WORDS: Record<Channel, readonly string[]> = {
  direct: ["truc tiep", "nop truc tiep", "tai quay", "tai bo phan mot cua", "direct"],
  online: ["truc tuyen", "nop truc tuyen", "qua mang", "online", "dvc truc tuyen", "dich vu cong truc tuyen"],
  post: ["buu chinh", "buu chinh cong ich", "buu dien", "qua buu chinh", "qua buu chinh cong ich", "post"],
  home: ["tai nha", "tiep nhan tai nha", "nop tai nha", "luu dong", "home"],
};

/** National wording of the ten states, and what older systems write for them. */
const STATE_WORDS: Record<DossierState, readonly string[]> = {
  new: ["moi dang ky", "cho tiep nhan", "moi", "new"],
  accepted: ["duoc tiep nhan", "da tiep nhan", "accepted"],
  "not-accepted": ["khong duoc tiep nhan", "khong tiep nhan", "tu choi", "tu choi tiep nhan", "not accepted"],
  processing: ["dang xu ly", "cho xu ly", "cho phe duyet", "processing"],
  "awaiting-supplement": ["yeu cau bo sung giay to", "yeu cau bo sung", "cho bo sung", "awaiting supplement"],
  "awaiting-duty": [
    "yeu cau thuc hien nghia vu tai chinh",
    "thuc hien nghia vu tai chinh",
    "cho nghia vu tai chinh",
    "awaiting duty",
  ],
  withdrawn: ["cong dan yeu cau rut", "cong dan yeu cau rut ho so", "rut ho so", "da rut", "withdrawn"],
  stopped: ["dung xu ly", "da huy", "tam dung", "stopped"],
  finished: ["da xu ly xong", "xu ly xong", "hoan thanh", "da co ket qua", "cho tra ket qua", "finished"],
  "handed-over": ["da tra ket qua", "da tra", "da tra kq", "handed over"],
};

const SIGNER_WORDS: Record<SignerRole, readonly string[]> = {
  chairman: ["chu tich", "chu tich ubnd", "chu tich ubnd xa", "chu tich ubnd phuong", "ct", "chairman"],
  "vice-chairman": [
    "pho chu tich",
    "pho chu tich ubnd",
    "pho chu tich ubnd xa",
    "pho chu tich ubnd phuong",
    "pct",
    "vice chairman",
  ],
  "head-of-office": ["chanh van phong", "cvp", "chanh van phong ubnd", "head of office"],
  officer: ["cong chuc", "can bo", "chuyen vien", "officer"],
};

/** Looks words up by their folded form, which is worked out once for each way of writing. */
function lookup<V extends string>(words: Record<V, readonly string[]>, other?: (text: string) => V | undefined) {
  const folded = new Map(
    (Object.keys(words) as V[]).flatMap((value) => words[value].map((word): [string, V] => [foldText(word), value])),
  );
  const read = new Map<string, V | undefined>();
  return (text: string): V | undefined => {
    let value = read.get(text);
    if (value === undefined && !read.has(text)) {
      // What a file makes up must not fill the memory of a server.
      if (read.size > 1000) read.clear();
      value = folded.get(foldText(text).replace(/^\d{1,2} (?=\D)/, "")) ?? other?.(text);
      read.set(ownText(text), value);
    }
    return value;
  };
}

/** The channel that a text names, without regard to case and accents; undefined for an unknown one. */
export const readChannel = lookup(CHANNEL_WORDS);
/** The state that a text names in national wording or as one of the numbers 1–10; undefined for an unknown one. */
export const readState = lookup(STATE_WORDS, (text) => DOSSIER_STATES[Number(text) - 1]);
/** Who signed, by office; undefined for an unknown one. */
export const readSigner = lookup(SIGNER_WORDS);
