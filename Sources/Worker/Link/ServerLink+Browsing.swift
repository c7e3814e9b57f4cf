import Dashboard
import EventLoop

extension ServerLink {
    /// Whoever turns away may turn back at once, so the sessions for browsing stay for a moment.
    func browse(_ isBrowsed: Bool) {
        self.isBrowsed = isBrowsed
        withdraw(&leavingTimer)
        guard !isBrowsed else { return }
        leavingTimer = loop.watch(nil, deadline: .now + timing.leaving) { [weak self] readiness in
            guard readiness == .deadline else { return }
            self?.assumeIsolated { link in
                link.leavingTimer = nil
                link.pool?.letIdleGo()
            }
        }
    }
}
