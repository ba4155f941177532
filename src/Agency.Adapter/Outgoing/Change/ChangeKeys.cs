using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agency.Adapter.Incoming.Requests;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>Under which key a request is handed over (protocol.md 4).</summary>
internal static class ChangeKeys
{
    /// <summary>
    /// The key chosen by the agency's system, or one derived from what is asked, of whom, and how often the same was asked and has ended: asked again while it is open it is the
    /// same request, after an answer a new one.
    /// </summary>
    public static string Of(ChangeRequest request, ChangeCommand command, IReadOnlyList<ReceiverView> receivers) =>
        request.IdempotencyKey ?? Derive(request, command, receivers);

    /// <summary>The same for one of several packages that a request makes.</summary>
    public static string OfOne(ChangeRequest request, ChangeCommand command, ReceiverView receiver) =>
        request.IdempotencyKey is { } key ? $"{key}/{receiver.Line.DeliveryId}" : Derive(request, command, [receiver]);

    /// <summary>A derived key of what stands for a document from now on.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="command">Update or replace.</param>
    /// <param name="receivers">Those of whom it is asked.</param>
    /// <param name="sha256">Hash of the new package but for its time.</param>
    public static string OfDraft(ChangeRequest request, ChangeCommand command, IReadOnlyList<ReceiverView> receivers, string sha256) =>
        Derive(request, command, receivers, sha256);

    /// <summary>The key of an answer; without one of the agency's system the same words are the same answer.</summary>
    public static string OfAnswer(ChangeAnswer answer, Request request) => answer.IdempotencyKey is { } key
        ? $"{key}/{request.Carrier.DeliveryId}"
        : $"{answer.Code}:{request.Carrier.DeliveryId}:{Hash($"{answer.Reason?.Trim()}\n{answer.Staff}")}";

    private static string Derive(ChangeRequest request, ChangeCommand command, IReadOnlyList<ReceiverView> receivers, string sha256 = "")
    {
        var asked = new StringBuilder(sha256).Append(request.Reason!.Trim()).Append('\n').Append(request.Staff);
        foreach (var receiver in receivers)
        {
            asked.Append(CultureInfo.InvariantCulture, $"\n{receiver.Line.DeliveryId} {ChangeRules.Ended(receiver, command)}");
        }

        return $"{command}:{request.Sent.SubmissionId}:{Hash(asked.ToString())}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
