import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Finding, ModelProblem, Path } from "./model-problem";
import { type ProblemKey, problemMessage } from "./problem-messages";

const SYNTAX: Partial<Record<YAMLError["code"], ProblemKey>> = {
  TAB_AS_INDENT: "yaml-tab",
  BAD_INDENT: "yaml-indent",
  BLOCK_AS_IMPLICIT_KEY: "yaml-nested-mapping",
  MULTILINE_IMPLICIT_KEY: "yaml-nested-mapping",
  MISSING_CHAR: "yaml-not-closed",
  MULTIPLE_DOCS: "yaml-several-documents",
  BAD_SCALAR_START: "yaml-reserved-character",
};

export interface YamlText {
  value: unknown;
  /** Syntax errors with their places. */
  problems: ModelProblem[];
  /** True when the tree cannot be trusted for further checks. */
  broken: boolean;
  /** Gives findings their place and sentence; sorted as they stand in the text. */
  place: (findings: readonly Finding[]) => ModelProblem[];
}

function keyOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}

/** Start offset of a path: its key or its value; of its nearest ancestor's key where it is not in the text. */
function offsetOf(root: Node | null, path: Path, at: "key" | "value"): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.findLast((item) => keyOf(item.key) === String(step));
      if (!pair) return offset;
      const keyOffset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      next = isNode(pair.value) ? pair.value : null;
      const last = depth === path.length - 1;
      offset = (last && at === "value" ? next?.range?.[0] : keyOffset) ?? keyOffset ?? offset;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) return offset;
      next = item;
      offset = item.range?.[0] ?? offset;
    } else {
      return offset;
    }
    node = next;
  }
  return offset;
}

/** Path of the key that starts at an offset. */
function keyPathAt(document: Document.Parsed, offset: number): string[] {
  let path: string[] = [];
  visit(document, {
    Pair: (_, pair, ancestors) => {
      if (!isNode(pair.key) || pair.key.range?.[0] !== offset) return undefined;
      const steps = [...ancestors, pair].flatMap((node, depth, all) => {
        if (isPair(node)) return [keyOf(node.key)];
        const next = all[depth + 1];
        if (!isSeq(node) || !isNode(next)) return [];
        const id: unknown = isMap(next) ? next.get("id") : undefined;
        return [typeof id === "string" ? id : String(node.items.indexOf(next))];
      });
      path = steps;
      return visit.BREAK;
    },
  });
  return path;
}

/** Where the quoted text that is still open at an offset begins. */
function openingAt(document: Document.Parsed, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar: (_, scalar) => {
      const [start, end] = scalar.range ?? [offset, offset];
      if (scalar.type?.startsWith("QUOTE") && start < offset && end >= offset) opening = start;
    },
  });
  return opening;
}

/** The path as a reader would say it: list entries by their id. */
function readablePath(value: unknown, path: Path): string {
  const words: string[] = [];
  let here: unknown = value;
  for (const step of path) {
    const next: unknown = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
    const id: unknown =
      Array.isArray(here) && typeof next === "object" && next !== null ? Reflect.get(next, "id") : undefined;
    words.push(typeof id === "string" && id !== "" ? id : String(step));
    here = next;
  }
  return words.join(".");
}

/**
 * Reads one YAML 1.2 document and keeps the places of its nodes.
 * Anchors, aliases, tags and keys that are not plain words are refused: a model is read by officials.
 */
export function readYaml(text: string, file: string): YamlText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const root = document.contents;

  const problemAt = (offset: number, path: string, key: ProblemKey, params: Finding["params"]): ModelProblem => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), path, key, message: problemMessage(key, params) };
  };

  const problems: ModelProblem[] = [];
  let broken = false;
  for (const error of [...document.errors, ...document.warnings]) {
    if (error.code === "DUPLICATE_KEY") {
      const path = keyPathAt(document, error.pos[0]);
      // A key that stands nowhere in the tree (an empty one, say) is named as it is written.
      const written = /^[^:\n]*/.exec(text.slice(error.pos[0]))?.[0].trim();
      const name = path.at(-1) ?? (written || ":");
      problems.push(problemAt(error.pos[0], path.join("."), "yaml-duplicate-key", { name }));
      continue;
    }
    if (error.code === "TAG_RESOLVE_FAILED" || error.code === "BAD_DIRECTIVE") {
      problems.push(problemAt(error.pos[0], "", "yaml-tag", {}));
      continue;
    }
    // One slip makes the parser stumble several times: only the first is of use.
    if (!broken)
      problems.push(
        problemAt(
          error.code === "MISSING_CHAR" ? openingAt(document, error.pos[0]) : error.pos[0],
          "",
          SYNTAX[error.code] ?? "yaml-syntax",
          { detail: error.message },
        ),
      );
    broken = true;
  }
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        problems.push(problemAt(node.range?.[0] ?? 0, "", "yaml-alias", { name: `*${node.source}` }));
        broken = true;
      } else if ("anchor" in node && node.anchor) {
        problems.push(problemAt(node.range?.[0] ?? 0, "", "yaml-alias", { name: `&${node.anchor}` }));
      } else if (node.tag?.startsWith("!") && !document.warnings.length) {
        problems.push(problemAt(node.range?.[0] ?? 0, "", "yaml-tag", {}));
      }
    },
    Pair: (_, pair) => {
      if (isCollection(pair.key)) {
        problems.push(problemAt(pair.key.range?.[0] ?? 0, "", "yaml-key", {}));
        broken = true;
      }
    },
  });
  if (!broken && root === null) {
    problems.push(problemAt(0, "", "yaml-empty", {}));
    broken = true;
  }
  const value: unknown = broken ? undefined : document.toJS();

  const place = (findings: readonly Finding[]): ModelProblem[] =>
    findings
      .map((finding) => {
        const params = finding.other
          ? { ...finding.params, line: lineCounter.linePos(offsetOf(root, finding.other, "key")).line }
          : finding.params;
        return problemAt(
          offsetOf(root, finding.path, finding.at),
          readablePath(value, finding.path),
          finding.key,
          params,
        );
      })
      .concat(problems)
      .sort((a, b) => a.line - b.line || a.column - b.column);

  return { value, problems, broken, place };
}
