// What one filter change sends: a short JSON header, then numbers per commune in the order of the polygons.
// The writer is web/payload.py; the two change together.

/** Header and communes of a payload; `codes` is the order in which the polygon file lists the communes. */
export function decode(bytes, codes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(2, 2 + length)));
  const read = reader(bytes, 2 + length);
  const columns = Array.from({ length: header.columns }, () => codes.map(() => read()));
  const communes = codes.map((code, index) => commune(header, code, columns.map(column => column[index])));
  return { ...header, communes };
}

/** The header alone, for what has to be known before the polygons are. */
export function decodeHeader(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 2).getUint16(0, true);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(2, 2 + length)));
}

function commune(header, code, [total, unverified, extra]) {
  const present = total > 0;                      // the writer shifts by one: 0 stands for "nothing reported"
  const [mask, partly, since] = header.odd[code] ?? header.usual;
  return {
    code,
    present,
    total: present ? total - 1 : null,
    unverified: present ? unverified : null,
    verified: present ? total - 1 - unverified : null,
    extra: extra ? unzigzag(extra - 1) : null,    // 0 stands for null here too
    mask: present ? mask : 0,
    partly: present && partly === 1,
    since: present ? since : null,
  };
}

function reader(bytes, start) {
  let at = start;
  return () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
}

const unzigzag = value => (value % 2 ? -(value + 1) / 2 : value / 2);
