#!/usr/bin/env bash
# Registers Sendwell with Microsoft Entra ID, as app-registration.json describes it.
#
#   bash register-app.sh [--exchange] [app-registration.json]
#
# Run it in Azure Cloud Shell (the button >_ in portal.azure.com), or where the Azure CLI is and `az login` was done, by an
# Application Administrator or Cloud Application Administrator. --exchange also grants Mail.Read, for SENDWELL_EXCHANGE_FACTS.
# The client secret goes into a file that only you can read, and is never shown. Nothing is changed that is there already: if an
# app of that name exists, it stops.
set -euo pipefail

graph=https://graph.microsoft.com/v1.0
graph_app=00000003-0000-0000-c000-000000000000
delegated="openid profile email"
if [[ "${1:-}" == --exchange ]]; then
  delegated="$delegated Mail.Read"
  shift
fi
described=${1:-app-registration.json}
secret_file=sendwell_sign_in_secret
months=${SECRET_MONTHS:-12}

stop() { echo "register-app: $1" >&2; exit 2; }
command -v az >/dev/null || stop "the Azure CLI (az) is not here. Use Azure Cloud Shell, which has it."
command -v python3 >/dev/null || stop "python3 is not here. Use Azure Cloud Shell, which has it."
[[ -r "$described" ]] || stop "$described cannot be read. Make it with: sendwell manifest --base-url https://… --out FOLDER"
[[ -e "$secret_file" ]] && stop "$secret_file is here already. Move it away first: it may be the secret of another app."

from_file() { python3 -c 'import json, sys; told = json.load(open(sys.argv[1], encoding="utf-8"))
for step in sys.argv[2].split("."): told = told[int(step) if step.isdigit() else step]
print(told)' "$described" "$1"; }
ask() { # METHOD PATH BODY QUERY
  az rest --method "$1" --url "$graph/$2" --headers Content-Type=application/json --body "$3" --query "$4" --output tsv
}

name=$(from_file displayName)
scope=$(from_file api.oauth2PermissionScopes.0.value)
scope_id=$(from_file api.oauth2PermissionScopes.0.id)
tenant=$(az account show --query tenantId --output tsv) || stop "nobody is signed in. Run: az login"
known=$(az ad app list --display-name "$name" --query "[?displayName=='${name//\'/}'] | length(@)" --output tsv)
[[ "$known" == 0 ]] || stop "an app named $name is registered already. Look at it in Entra, or choose another --name."

echo "Registering $name in the tenant $tenant …"
registered=$(ask POST applications "@$described" "[id, appId]") || stop "Entra did not register it; what it said stands above."
read -r object client <<<"$(tr '\n' ' ' <<<"$registered")"
[[ -n "${object:-}" && -n "${client:-}" ]] || stop "Entra gave no app back. Nothing more was done."

# Its own scope, asked for by itself: the pane brings tokens for the service it belongs to.
ask PATCH "applications/$object" "{\"identifierUris\": [\"api://$client\"], \"requiredResourceAccess\": [{\"resourceAppId\":
  \"$client\", \"resourceAccess\": [{\"id\": \"$scope_id\", \"type\": \"Scope\"}]}]}" "@" >/dev/null
ours=$(ask POST servicePrincipals "{\"appId\": \"$client\"}" id)
theirs=$(az ad sp show --id "$graph_app" --query id --output tsv)

# Consent for everybody, so that nobody is asked.
ask POST oauth2PermissionGrants "{\"clientId\": \"$ours\", \"consentType\": \"AllPrincipals\", \"resourceId\": \"$ours\", \"scope\": \"$scope\"}" id >/dev/null
ask POST oauth2PermissionGrants "{\"clientId\": \"$ours\", \"consentType\": \"AllPrincipals\", \"resourceId\": \"$theirs\", \"scope\": \"$delegated\"}" id >/dev/null

ends=$(python3 -c 'import datetime, sys; now = datetime.datetime.now(datetime.timezone.utc)
print((now + datetime.timedelta(days=30 * int(sys.argv[1]))).strftime("%Y-%m-%dT%H:%M:%SZ"))' "$months")
(umask 077 && ask POST "applications/$object/addPassword" "{\"passwordCredential\": {\"displayName\": \"Sendwell\", \"endDateTime\": \"$ends\"}}" \
  secretText | tr -d '\r\n' >"$secret_file")

cat <<TOLD

Registered. Set these for the service:

  SENDWELL_SIGN_IN=entra
  SENDWELL_SIGN_IN_AUTHORITY=https://login.microsoftonline.com/$tenant
  SENDWELL_SIGN_IN_CLIENT=$client

The client secret is in ./$secret_file and ends on ${ends%T*}. Move the file into the folder that SENDWELL_SECRETS names, and
write that day into a calendar. Then give people their roles: entra.microsoft.com, Enterprise applications, $name, Users and groups.
TOLD
