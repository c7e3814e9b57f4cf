/// What Python's `\s` and `str.isspace` take for white space: python-dotenv's grammar is written with them.
///
/// Not the same set as Unicode's White_Space: Python adds U+001C to U+001F.
func isPythonWhitespace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
}
