/// The characters of a .env file as Python's text mode hands them on: `\r\n` and `\r` read as `\n`, a leading BOM skipped.
///
/// (python-dotenv keeps the BOM as a part of the first name; skipping it is the one deliberate difference.)
struct DotEnvText {
    /// Unicode scalars. A byte that is not UTF-8 is kept as 0xDC00 + byte, which no text can hold, so that the statement it
    /// stands in can be told from its neighbours.
    let scalars: [UInt32]

    init(_ bytes: [UInt8]) {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var rest = bytes[start...]
        while let first = rest.first {
            if first == 0x0D {
                scalars.append(0x0A)
                rest = rest.dropFirst(rest.dropFirst().first == 0x0A ? 2 : 1)
            } else if let (scalar, length) = Self.scalar(rest) {
                scalars.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                scalars.append(0xDC00 + UInt32(first))
                rest = rest.dropFirst()
            }
        }
        self.scalars = scalars
    }

    /// The text of a range; nil where it holds a byte that is not UTF-8.
    static func string(_ scalars: some Sequence<UInt32>) -> String? {
        var text = String.UnicodeScalarView()
        for value in scalars {
            guard let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> (UInt32, length: Int)? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let scalar = text.unicodeScalars.first,
            text.unicodeScalars.count == 1
        else { return nil }
        return (scalar.value, length)
    }
}
