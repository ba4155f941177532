using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>What the ledger knows for one status.</summary>
/// <param name="Named">The delivery that the manifest names, or null when it names none or one that does not exist.</param>
/// <param name="Found">The hub's own search, asked only when the manifest names none.</param>
/// <param name="EarlierTexts">Texts of earlier statuses of the same code on the target, newest first; empty when there were none.</param>
/// <param name="IsTaken">True when the target has taken this very status already: same code, timestamp and agency.</param>
/// <param name="CarriesRequest">True when the target is what a sender asks by, which its receiver may answer even after it has lapsed.</param>
/// <param name="Answers">Requests that it answers, each with what it says; a status that answers one says nothing of the delivery itself.</param>
internal sealed record StatusFacts(
    DeliveryRow? Named, DeliveryRow? Found, IReadOnlyList<string?> EarlierTexts, bool IsTaken, bool CarriesRequest,
    IReadOnlyList<(ChangeRow Request, ChangeStatus Says)> Answers);
