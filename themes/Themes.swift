/// The themes that ship inside the binary: every theme file of this folder, by its name without `.toml`.
///
/// A new theme is its file, its line here and its name in Package.swift; a test compares folder and binary.
public enum Themes {
    public static let files: [String: [UInt8]] = [
        "dark": PackageResources.dark_toml,
        "light": PackageResources.light_toml,
    ]
}
