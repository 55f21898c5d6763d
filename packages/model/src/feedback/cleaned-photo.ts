/** A picture without anything in its file but the picture: no place, no time, no device, nothing behind its end. */
export interface CleanPhoto {
  type: "image/jpeg" | "image/png" | "image/webp";
  /** Pixels, as they are stored: a picture that lies on its side says so beside them. */
  width: number;
  height: number;
  bytes: Uint8Array;
}
