using System.Security.Cryptography;
using System.Text.Json;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>Judges the seal of an acknowledgement and reads its lines: pure but for the look-up of the certificate.</summary>
internal sealed class OpenAcknowledgement(SealVerifier seals)
{
    private const int MostLines = 500;

    public async ValueTask<OpenedAcknowledgement> OpenAsync(Incoming<SealedMessage> incoming, CancellationToken cancellation)
    {
        var message = incoming.Message;
        var hash = Convert.ToHexStringLower(SHA256.HashData(message.Body));
        var verdict = await seals.VerifyAsync(message.Body, message.Seal, cancellation);
        if (!verdict.IsOk)
        {
            return new(incoming, null, hash, verdict.Finding!.Code);
        }

        // An acknowledgement is the adapter's own word, so its certificate is: an agency's is not enough.
        if (verdict.Adapter != incoming.Adapter)
        {
            return new(incoming, null, hash, "sealed by " + (verdict.Adapter ?? verdict.Subject));
        }

        try
        {
            var body = WireJson.Read<AcknowledgeBody>(message.Body);
            return body.Items.Count is > 0 and <= MostLines
                ? new(incoming, body, hash, null)
                : new(incoming, null, hash, $"{body.Items.Count} lines");
        }
        catch (JsonException)
        {
            return new(incoming, null, hash, "no acknowledgement");
        }
    }
}

/// <summary>An acknowledgement that was opened, or the reason why it was not.</summary>
/// <param name="Incoming">As it came: the evidence.</param>
/// <param name="Body">Its lines, or null when it is refused.</param>
/// <param name="Sha256">Lower-case hex hash of the sealed bytes.</param>
/// <param name="Fault">Why it is refused.</param>
internal sealed record OpenedAcknowledgement(Incoming<SealedMessage> Incoming, AcknowledgeBody? Body, string Sha256, string? Fault);
