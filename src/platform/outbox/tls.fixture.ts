/**
 * A certificate for this machine that nobody vouches for, and its key. Everybody can read the key: it protects nothing and
 * serves tests only.
 */
export const NOBODYS = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUG3Kx28m8ZA4EEjMkyocElsor/1QwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjA3MDY0NloYDzIxMjYxMDI5
MDcwNjQ2WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASqqmaY+LpYDdkAy7XnuPvrlH/VgkjXGAltQUp3LXgzil6fLdpuYbWp
DbrlTpHha8Ci/4+8LfFjX6Ru2ufJUufCo2QwYjAdBgNVHQ4EFgQU/VKsq/G2Svgs
KsiA3fE7qVqWChowHwYDVR0jBBgwFoAU/VKsq/G2SvgsKsiA3fE7qVqWChowDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IDpWYikLQGBNsq1s03axkOR3ZD8MqJFHk4dYBIfnWfqTAiEAoiySsug69or7IWW4
6/DuFIx0kHPBSyrB7hKgyTXEvi8=
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg91KPacFRslhxbQtB
vE7XvNSwu3E7e8B8+Ol/1oPDssGhRANCAASqqmaY+LpYDdkAy7XnuPvrlH/VgkjX
GAltQUp3LXgzil6fLdpuYbWpDbrlTpHha8Ci/4+8LfFjX6Ru2ufJUufC
-----END PRIVATE KEY-----`,
};
