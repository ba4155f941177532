using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Platform.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>The listener for adapters: TLS with a client certificate that leads to one of the configured roots, or no connection.</summary>
internal static class AdapterListener
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Listens at an <c>https://</c> address; port 0 takes a free one.</summary>
    public static void ListenForAdapters(this KestrelServerOptions kestrel, Uri endpoint, HubCertificates certificates)
    {
        if (endpoint.Host == "localhost" && endpoint.Port != 0)
        {
            kestrel.ListenLocalhost(endpoint.Port, Configure);
        }
        else if (IPAddress.TryParse(endpoint.Host.Trim('[', ']'), out IPAddress? address))
        {
            kestrel.Listen(address, endpoint.Port, Configure);
        }
        else
        {
            throw new ArgumentException($"{endpoint} names no address to listen at.", nameof(endpoint));
        }

        void Configure(ListenOptions listen)
        {
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificates.Server;
                https.ServerCertificateChain = [.. certificates.Anchors.Intermediates];
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.CheckCertificateRevocation = false;
                https.ClientCertificateValidation = (certificate, sent, _) => IsTrusted(certificate, sent, certificates.Anchors);
            });
            listen.Use(next => connection =>
            {
                connection.Features.Set(AdapterConnection.Mark);
                return next(connection);
            });
        }
    }

    /// <summary>
    /// Keeps the listeners apart: adapters reach their endpoints only, and nobody reaches those from elsewhere. A Host header decides nothing.
    /// </summary>
    public static IApplicationBuilder UseAdapterListener(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        bool fromAdapter = context.Features.Get<AdapterConnection>() is not null;
        bool forAdapters = context.GetEndpoint()?.Metadata.GetMetadata<AdapterConnection>() is not null;
        return fromAdapter == forAdapters ? next(context) : Problem.NotFoundHere().ExecuteAsync(context);
    });

    private static bool IsTrusted(X509Certificate2 certificate, X509Chain? sent, TrustAnchors anchors)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(anchors.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(anchors.Intermediates.ToArray());
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        // The registry withdraws certificates; nothing is downloaded during a handshake.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        bool trusted = chain.Build(certificate);
        foreach (X509ChainElement element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }

        return trusted;
    }
}
