export interface QrCodeProps {
  /** What it holds, for those who cannot see it. */
  label: string;
  /** Squares on a side. */
  size: number;
  /** Dark squares, as one path in units of squares. */
  path: string;
}

const MARGIN = 4;

/** A QR code with its quiet margin; black on white in the dark theme too, as cameras want it. */
export function QrCode({ label, size, path }: QrCodeProps) {
  const side = size + 2 * MARGIN;
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}>
      <rect className="qr-paper" x={-MARGIN} y={-MARGIN} width={side} height={side} />
      <path className="qr-ink" d={path} />
    </svg>
  );
}
