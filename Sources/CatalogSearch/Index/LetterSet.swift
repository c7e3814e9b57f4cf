/// Which letters a name has, letter case aside, in 32 bits: one for each of a to z, one for all digits, one for `_`, one for other ASCII, and
/// one for whatever is not ASCII. A name that lacks a letter typed is passed over by one comparison.
struct LetterSet: Sendable, Hashable {
    private var bits: UInt32 = 0

    init() {}

    init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes where byte < 0x80 { insert(byte) }
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        // Some letters beyond ASCII become ASCII in lower case: the Kelvin sign, the Turkish capital i.
        for scalar in FoldedScalars(String(decoding: bytes, as: UTF8.self)).units { insert(scalar: scalar) }
        bits |= Self.beyondASCII
    }

    init(scalars: [UInt32]) {
        for scalar in scalars { insert(scalar: scalar) }
    }

    var isASCII: Bool { bits & Self.beyondASCII == 0 }

    func contains(_ other: LetterSet) -> Bool { bits & other.bits == other.bits }

    private static let beyondASCII: UInt32 = 1 << 29

    private mutating func insert(scalar: UInt32) {
        if scalar < 0x80 { insert(UInt8(scalar)) } else { bits |= Self.beyondASCII }
    }

    private mutating func insert(_ byte: UInt8) {
        switch lowered(byte) {
        case let letter where letter >= 0x61 && letter <= 0x7A: bits |= 1 << UInt32(letter - 0x61)
        case 0x30...0x39: bits |= 1 << 26
        case 0x5F: bits |= 1 << 27
        default: bits |= 1 << 28
        }
    }
}

/// An ASCII letter in lower case; every other byte as it is.
func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

/// A text scalar by scalar in lower case, one for one, so that places in both are the same. A scalar whose lower case is several keeps the first.
struct FoldedScalars {
    let units: [UInt32]

    init(_ text: String) {
        units = text.unicodeScalars.map { scalar in
            scalar.isASCII
                ? UInt32(lowered(UInt8(scalar.value))) : (scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar).value
        }
    }
}
