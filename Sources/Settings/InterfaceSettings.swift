public import Terminal

/// How the dashboard looks and how often it asks.
public struct InterfaceSettings: Sendable {
    public var theme: Theme
    /// Between two probes of the server, from 0.5 s to 3600 s.
    public var refresh: Duration
    public var glyphs: GlyphPreference
    /// Whether the terminal is asked to report the mouse; without it the terminal's own selection works.
    public var mouse: Bool

    public var alerts: AlertSettings

    public init(
        theme: Theme, refresh: Duration = .seconds(2), glyphs: GlyphPreference = .automatic, mouse: Bool = true,
        alerts: AlertSettings = AlertSettings()
    ) {
        self.theme = theme
        self.refresh = refresh
        self.glyphs = glyphs
        self.mouse = mouse
        self.alerts = alerts
    }

    /// What a refresh interval may be.
    public static let refreshLimits: ClosedRange<Duration> = .milliseconds(500) ... .seconds(3600)
}
