public import PostgresMonitor
public import Terminal

/// What alerts are about, and how they make themselves heard.
public struct AlertSettings: Sendable, Hashable {
    public var rules: AlertRules
    /// Whether the beginning of an alert rings the terminal's bell.
    public var bell: Bool
    /// Whether it also asks the terminal for a notification.
    public var notification: NotificationStyle

    public init(rules: AlertRules = AlertRules(), bell: Bool = true, notification: NotificationStyle = .off) {
        self.rules = rules
        self.bell = bell
        self.notification = notification
    }
}
