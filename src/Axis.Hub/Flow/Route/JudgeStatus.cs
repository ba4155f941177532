using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Route;

/// <summary>Addressing and repeats of statuses (protocol.md 3). The effect on the target is the business machine's.</summary>
internal static class JudgeStatus
{
    private const string CodePath = "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/StatusCode";
    private const string TargetPath = "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/ResponseFor";

    /// <summary>Finds the target among the facts: a document, or the 13 that it answers.</summary>
    public static DeliveryRow? TargetOf(Guid? named, Party sender, Party addressee, string code, StatusFacts facts)
    {
        var candidate = named is null ? facts.Found : facts.Named;
        var isSpoken = candidate?.Kind == Manifest.Edoc || (facts.CarriesRequest && code is StatusCodes.Agreed or StatusCodes.Disagreed);
        return isSpoken && candidate is not null && Fits(candidate, sender, addressee, code) ? candidate : null;
    }

    /// <summary>What becomes of a status.</summary>
    /// <param name="named">The delivery that its manifest names, or null.</param>
    /// <param name="header">What it says.</param>
    /// <param name="sender">Who says it.</param>
    /// <param name="addressee">To whom.</param>
    /// <param name="facts">What the ledger knows.</param>
    public static StatusRoute Decide(Guid? named, StatusHeader header, Party sender, Party addressee, StatusFacts facts)
    {
        var code = header.StatusCode;
        if (!StatusCodes.IsKnown(code))
        {
            return new StatusRoute.Refused(null, Finding.Refuse(ErrorCatalogue.StatusCodeUnknown, CodePath, code));
        }

        if (TargetOf(named, sender, addressee, code, facts) is not { } target)
        {
            return new StatusRoute.Refused(null, Finding.Refuse(ErrorCatalogue.StatusTargetUnknown, TargetPath, code));
        }

        // Before anything that has changed since its first copy: that one was accepted.
        if (facts.IsTaken)
        {
            return new StatusRoute.Repeat(target, Finding.Of(ErrorCatalogue.StatusRepeated, Severity.Information, CodePath, code));
        }

        if (facts.Answers.Count > 0)
        {
            return new StatusRoute.Forward(target);
        }

        if (target.VoidAs is { } cause)
        {
            return new StatusRoute.Refused(target, Finding.Refuse(ErrorCatalogue.DeliveryVoid, TargetPath, target.Cause ?? cause.ToString()));
        }

        if (code == StatusCodes.Refused && IsAccepted(target.Business))
        {
            return new StatusRoute.Refused(target, Finding.Refuse(ErrorCatalogue.RefusalAfterAcceptance, CodePath, target.Business));
        }

        if (target.SenderAgencyId == HubAgency.Id)
        {
            return new StatusRoute.History(target, Finding.Of(ErrorCatalogue.StatusTakenByAxis, Severity.Information, CodePath, code));
        }

        return Repeats(code, header.Description, target, facts.EarlierTexts)
            ? new StatusRoute.History(target, Finding.Of(ErrorCatalogue.StatusKeptAsHistory, Severity.Information, CodePath, code))
            : new StatusRoute.Forward(target);
    }

    /// <summary>True when only earlier statuses of the same code decide, so that they have to be looked up.</summary>
    public static bool AsksForEarlier(string code, DeliveryRow target) =>
        target.Business is not null && (code == StatusCodes.Arrived || code == target.Business);

    /// <summary>True for codes that make a request about a delivery or may answer one.</summary>
    public static bool ConcernsRequests(string code) =>
        code is StatusCodes.Refused or StatusCodes.Accepted or StatusCodes.TakeBack or StatusCodes.Agreed or StatusCodes.Disagreed;

    /// <summary>True for what only a receiver that has the document can say.</summary>
    public static bool ProvesArrival(string code) => code != StatusCodes.TakeBack;

    /// <summary>Of 01 only the first goes on, whatever its text; of the others a repeat of the current code with the same text does not.</summary>
    private static bool Repeats(string code, string? text, DeliveryRow target, IReadOnlyList<string?> earlier) =>
        code == StatusCodes.Arrived
            ? earlier.Count > 0
            : code == target.Business && earlier.Count > 0 && (earlier[0] ?? "") == (text ?? "");

    private static bool IsAccepted(string? business) =>
        business is StatusCodes.Accepted or StatusCodes.Assigned or StatusCodes.InProgress or StatusCodes.Completed;

    /// <summary>
    /// A receiver speaks of what it received from the addressee; a 13 of what its sender sent to the addressee. Both speak also of what agencies merged into them received
    /// and sent.
    /// </summary>
    private static bool Fits(DeliveryRow target, Party sender, Party addressee, string code) => code == StatusCodes.TakeBack
        ? sender.Is(target.SenderAgencyId) && addressee.Is(target.ReceiverAgencyId)
        : sender.Is(target.ReceiverAgencyId) && addressee.Is(target.SenderAgencyId);
}
