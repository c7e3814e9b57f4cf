/// The backslash sequences of quoted values; any other backslash stands for itself.
enum DotEnvEscapes {
    /// `\\` and `\'`.
    static func single(_ value: [UInt32]) -> [UInt32] { decode(value, ["\\": "\\", "'": "'"]) }

    /// The sequences of C that python-dotenv knows.
    static func double(_ value: [UInt32]) -> [UInt32] {
        decode(
            value,
            [
                "\\": "\\", "'": "'", "\"": "\"", "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t",
                "v": "\u{0B}",
            ])
    }

    private static func decode(_ value: [UInt32], _ meanings: [Unicode.Scalar: Unicode.Scalar]) -> [UInt32] {
        var result: [UInt32] = []
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == UInt32(UInt8(ascii: "\\")), index + 1 < value.endIndex, let next = Unicode.Scalar(value[index + 1]),
                let meaning = meanings[next]
            {
                result.append(meaning.value)
                index += 2
            } else {
                result.append(value[index])
                index += 1
            }
        }
        return result
    }
}
