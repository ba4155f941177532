namespace Axis.Hub.Agencies;

/// <summary>
/// What an operator decides about agencies' authority. Each is one transaction with its line in the audit trail and a raised version; with one thing wrong
/// nothing is done and everything wrong is told (<see cref="DecideAuthority"/>).
/// </summary>
internal sealed class AuthorityDesk(RegistryStore store, TimeProvider time)
{
    /// <summary>What was done, or everything that kept it from being done.</summary>
    public abstract record Outcome
    {
        /// <param name="Codes">The agencies concerned.</param>
        /// <param name="DelegationId">The delegation granted or revoked.</param>
        public sealed record Done(IReadOnlyList<string> Codes, Guid? DelegationId = null) : Outcome;

        public sealed record Refused(IReadOnlyList<string> Errors) : Outcome;
    }

    public Task<Outcome> SuspendAsync(IReadOnlyList<string> codes, string actor, string reason, CancellationToken cancellation) => store.ChangeAuthorityAsync(
        new RegistryAct(actor, "agency-suspend", string.Join(", ", codes), reason),
        rows => DecideAuthority.Suspend(rows, codes, actor, reason, time.GetUtcNow()), cancellation);

    public Task<Outcome> ResumeAsync(IReadOnlyList<string> codes, string actor, string reason, CancellationToken cancellation) => store.ChangeAuthorityAsync(
        new RegistryAct(actor, "agency-resume", string.Join(", ", codes), reason),
        rows => DecideAuthority.Resume(rows, codes, time.GetUtcNow()), cancellation);

    /// <param name="code">The code that is given up; the main code of an agency takes all its other spellings along.</param>
    /// <param name="successor">The code in its place; null takes a succession back.</param>
    /// <param name="from">First instant; null: now.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The end of patience.</param>
    public Task<Outcome> SucceedAsync(string code, string? successor, DateTimeOffset? from, string actor, string reason, CancellationToken cancellation) => store.ChangeAuthorityAsync(
        new RegistryAct(actor, "agency-succeed", code, $"by {successor ?? "nobody"} from {from ?? time.GetUtcNow():u}: {reason}"),
        rows => DecideAuthority.Succeed(rows, code, successor, from, time.GetUtcNow()), cancellation);

    public Task<Outcome> DelegateAsync(DelegationOrder order, string actor, string reason, CancellationToken cancellation) => store.ChangeAuthorityAsync(
        new RegistryAct(actor, "agency-delegate", order.Agency, $"to {order.Adapter}: {reason}"),
        rows => DecideAuthority.Delegate(rows, order, actor, reason, time.GetUtcNow()), cancellation);

    public Task<Outcome> RevokeAsync(Guid delegationId, string actor, string reason, CancellationToken cancellation) => store.ChangeAuthorityAsync(
        new RegistryAct(actor, "agency-revoke", delegationId.ToString(), reason),
        rows => DecideAuthority.Revoke(rows, delegationId, actor, reason, time.GetUtcNow()), cancellation);
}

/// <summary>A delegation as an operator asks for it.</summary>
/// <param name="Agency">The agency in whose name is sent, any spelling.</param>
/// <param name="Adapter">The adapter that may.</param>
/// <param name="Types">What it covers as people write it; empty: everything.</param>
/// <param name="From">First instant; null: now.</param>
/// <param name="Until">First instant at which it no longer holds; null: until it is revoked.</param>
internal sealed record DelegationOrder(string Agency, string Adapter, IReadOnlyList<string> Types, DateTimeOffset? From, DateTimeOffset? Until);
