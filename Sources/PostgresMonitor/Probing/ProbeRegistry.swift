/// Every probe that there is, in the order of asking.
public enum ProbeRegistry {
    public static let all: [any Probe.Type] = [
        ServerPulseProbe.self,
        ServerFactsProbe.self,
        DatabaseStatisticsProbe.self,
    ]
}
