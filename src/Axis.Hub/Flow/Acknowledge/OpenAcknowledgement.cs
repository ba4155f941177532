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
        var sealedBytes = WireJson.Write(message);
        var hash = Convert.ToHexStringLower(SHA256.HashData(sealedBytes));
        var verdict = await seals.VerifyAsync(message.Body, message.Seal, cancellation);
        if (!verdict.IsOk)
        {
            return new(incoming, null, sealedBytes, hash, verdict.Finding!.Code);
        }

        // An acknowledgement is the adapter's own word, so its certificate is: an agency's is not enough.
        if (verdict.Adapter != incoming.Adapter)
        {
            return new(incoming, null, sealedBytes, hash, "sealed by " + (verdict.Adapter ?? verdict.Subject));
        }

        try
        {
            var body = WireJson.Read<AcknowledgeBody>(message.Body);
            return body.Items.Count is > 0 and <= MostLines
                ? new(incoming, body, sealedBytes, hash, null)
                : new(incoming, null, sealedBytes, hash, $"{body.Items.Count} lines");
        }
        catch (JsonException)
        {
            return new(incoming, null, sealedBytes, hash, "no acknowledgement");
        }
    }
}

/// <summary>An acknowledgement that was opened, or the reason why it was not.</summary>
/// <param name="Incoming">As it came.</param>
/// <param name="Body">Its lines, or null when it is refused.</param>
/// <param name="Evidence">Body and seal as one JSON object: what is kept.</param>
/// <param name="Sha256">Lower-case hex hash of <paramref name="Evidence"/>.</param>
/// <param name="Fault">Why it is refused.</param>
internal sealed record OpenedAcknowledgement(
    Incoming<SealedMessage> Incoming, AcknowledgeBody? Body, byte[] Evidence, string Sha256, string? Fault);
