import { Fragment } from "react";
import type { GuideBlock, GuideInline } from "./guide-text";

// Parts of a text have no names: they are what stands where.
const numbered = <T,>(parts: readonly T[]) => parts.map((part, at) => ({ key: String(at), part }));

function Inlines({ parts }: { parts: readonly GuideInline[] }) {
  return numbered(parts).map(({ key, part }) => {
    if (part.type === "link") {
      return (
        <a key={key} href={part.href}>
          <Inlines parts={part.children} />
        </a>
      );
    }
    const text = part.found ? <mark>{part.text}</mark> : part.text;
    if (part.code) return <code key={key}>{text}</code>;
    return part.strong ? <strong key={key}>{text}</strong> : <Fragment key={key}>{text}</Fragment>;
  });
}

/** The text of a page of the guide. */
export function GuideBlocks({ blocks }: { blocks: readonly GuideBlock[] }) {
  return numbered(blocks).map(({ key, part }) => <Block key={key} block={part} />);
}

function Block({ block }: { block: GuideBlock }) {
  switch (block.type) {
    case "heading":
      return block.level === 2 ? (
        <h2 id={block.id}>
          <Inlines parts={block.children} />
        </h2>
      ) : (
        <h3 id={block.id}>
          <Inlines parts={block.children} />
        </h3>
      );
    case "paragraph":
      return block.children.length > 0 ? (
        <p>
          <Inlines parts={block.children} />
        </p>
      ) : null;
    case "picture":
      return (
        <figure>
          <img src={block.src} alt={block.alt} loading="lazy" />
          <figcaption>{block.alt}</figcaption>
        </figure>
      );
    case "note":
      return (
        <blockquote>
          <GuideBlocks blocks={block.blocks} />
        </blockquote>
      );
    case "list": {
      const items = numbered(block.items).map(({ key, part }) => (
        <li key={key}>
          <GuideBlocks blocks={part} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <GuideTable {...block} />;
  }
}

function GuideTable({ head, rows }: Extract<GuideBlock, { type: "table" }>) {
  return (
    <table className="table">
      <thead>
        <tr>
          {numbered(head).map(({ key, part }) => (
            <th key={key} scope="col">
              <Inlines parts={part} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(({ key, part }) => (
          <tr key={key}>
            {numbered(part).map((cell) => (
              <td key={cell.key}>
                <Inlines parts={cell.part} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
