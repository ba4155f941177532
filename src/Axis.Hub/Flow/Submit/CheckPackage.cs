using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// The door without its effect: what a submission of this package by this adapter, sealed under the certificate of its
/// connection, would meet now. Nothing is kept.
/// </summary>
internal sealed class CheckPackage(ILedger ledger, IAgencyRegistry registry, CalendarInForce calendar, IDueTimes dueTimes, HubOptions options, TimeProvider time)
{
    private readonly ReadLimits limits = ReadLimits.Default with { MaxBytes = options.PackageLimit };

    public async Task<Checklist> CheckAsync(AdapterIdentity caller, Stream edxml, CancellationToken cancellation)
    {
        var outcome = await PackageReader.ReadAsync(edxml, limits, null, cancellation);
        var now = time.GetUtcNow();
        var list = DoorChecks.Judge(outcome, new DoorFacts { Now = now, Calendar = calendar.Current.Days });
        if (outcome is not ReadOutcome.Read { Package: var package, Sha256: { } sha256 })
        {
            return list;
        }

        var certificate = caller.Certificate;
        var seal = new SealVerdict(
            SealCode.Ok, certificate.Sha256, certificate.Subject, certificate.Adapter, certificate.Agencies, now, null);
        var address = Addressing.Of(caller.Adapter, package, seal, await registry.LatestAsync(cancellation), now, now, options.AxisCode);
        var question = new DoorQuestion(package, sha256, list, address) { SealedAt = now };
        return await ledger.ReadAsync("check", async (reader, token) =>
        {
            var book = new DeliveryBook(dueTimes, options, now);
            var before = new SentBefore(book);
            await before.ReadAsync([question], reader, token);
            var spoken = new SpokenOf(book);
            await spoken.ReadAsync([question], reader, token);
            return JudgeAtDoor.Decide(question, before, spoken, new AskChanges(book)).List;
        }, cancellation);
    }
}
