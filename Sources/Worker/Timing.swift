/// The worker's own intervals; tests make them short.
struct Timing: Sendable {
    /// How long the probe connection lives before a new one takes its place: an open session is never told of a smart shutdown, a new
    /// one is refused.
    var renewal: Duration = .seconds(600)
    /// How long a browsing connection may stay unused.
    var idle: Duration = .seconds(180)
    /// How long browsing connections outlast the last look at the catalog.
    var leaving: Duration = .seconds(30)
    /// How long settings that libpq refuses are left alone.
    var mending: Duration = .seconds(30)
    /// For the resolution of a name and for each address.
    var attempt: Duration = .seconds(10)
}
