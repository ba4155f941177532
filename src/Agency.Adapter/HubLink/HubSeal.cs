using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.HubLink;

/// <summary>Opens what the hub has sealed: receipts, cancels, marks and alerts count only under the axis's own certificate.</summary>
internal sealed class HubSeal(SealVerifier verifier, AdapterOptions options)
{
    /// <summary>The sealed body.</summary>
    /// <exception cref="MessageRejectedException">The seal is not the hub's.</exception>
    /// <exception cref="HubAwayException">Its certificate is not known here and the hub is away: the message comes again.</exception>
    public async ValueTask<T> OpenAsync<T>(SealedMessage message, CancellationToken cancellation) where T : class
    {
        var verdict = await verifier.VerifyAsync(message.Body, message.Seal, cancellation);
        if (!verdict.IsOk)
        {
            throw new MessageRejectedException($"{verdict.Code}: {verdict.Finding?.English}");
        }

        if (verdict.Adapter != options.AxisCode)
        {
            throw new MessageRejectedException($"Sealed by {verdict.Adapter ?? verdict.Subject}, not by {options.AxisCode}.");
        }

        return WireJson.Read<T>(message.Body);
    }
}
