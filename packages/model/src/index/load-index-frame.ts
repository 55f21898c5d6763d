import { isLoose } from "../model/model-entries";
import type { ModelProblem } from "../model/model-problem";
import { readYaml } from "../model/read-yaml";
import { schemaFindings } from "../model/schema-findings";
import { checkFrame } from "./check-frame";
import { type IndexFrame, indexFrame } from "./index-frame";

/**
 * Reads a frame of an index from YAML and checks it whole: shape, ids, the sum at every node, leaves, steps, classes.
 * Reports every problem as `loadModel` does; never throws on a bad text.
 */
export function loadIndexFrame(
  yamlText: string,
  options: { file: string },
): { frame: IndexFrame } | { problems: ModelProblem[] } {
  const yaml = readYaml(yamlText, options.file);
  if (yaml.broken) return { problems: yaml.place([]) };
  const parsed = indexFrame.safeParse(yaml.value);
  const findings = parsed.success ? [] : schemaFindings(indexFrame, parsed.error.issues, yaml.value);
  if (isLoose(yaml.value)) findings.push(...checkFrame(yaml.value));
  const problems = yaml.place(findings);
  return parsed.success && !problems.length ? { frame: parsed.data } : { problems };
}
